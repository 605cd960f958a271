/** Stands in for the slider of carousels, which Teams does not show. */
export default class NoCarousel {}
const none = {};
export { none as A11y, none as Autoplay, none as History, none as Keyboard, none as Navigation, none as Pagination, none as Scrollbar };
