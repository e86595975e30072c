/** For `lazy`, in place of a part whose code cannot be fetched, as when somebody asks for it offline: the rest of the page stands. */
export const notLoaded = () => ({ default: NotLoaded });

const NotLoaded = () => <p>This could not be loaded. Reload the page once you are online.</p>;
