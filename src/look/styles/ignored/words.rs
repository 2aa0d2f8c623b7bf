//! Words of CSS: rules, states, units and colours.

/// The at-rules of CSS.
pub(super) const RULES: &[&str] = &[
    "charset",
    "color-profile",
    "container",
    "counter-style",
    "document",
    "font-face",
    "font-feature-values",
    "font-palette-values",
    "import",
    "keyframes",
    "layer",
    "media",
    "namespace",
    "page",
    "position-try",
    "property",
    "scope",
    "starting-style",
    "supports",
    "view-transition",
    "swash",
    "styleset",
    "stylistic",
    "ornaments",
    "annotation",
    "character-variant",
    "historical-forms",
];
/// Words behind a colon in a selector.
pub(super) const STATES: &[&str] = &[
    "active",
    "after",
    "any-link",
    "autofill",
    "backdrop",
    "before",
    "blank",
    "checked",
    "cue",
    "current",
    "default",
    "defined",
    "details-content",
    "dir",
    "disabled",
    "empty",
    "enabled",
    "file-selector-button",
    "first",
    "first-child",
    "first-letter",
    "first-line",
    "first-of-type",
    "focus",
    "focus-visible",
    "focus-within",
    "fullscreen",
    "future",
    "grammar-error",
    "has",
    "highlight",
    "host",
    "host-context",
    "hover",
    "in-range",
    "indeterminate",
    "invalid",
    "is",
    "lang",
    "last-child",
    "last-of-type",
    "left",
    "link",
    "local-link",
    "marker",
    "modal",
    "muted",
    "not",
    "nth-child",
    "nth-last-child",
    "nth-last-of-type",
    "nth-of-type",
    "only-child",
    "only-of-type",
    "open",
    "optional",
    "out-of-range",
    "part",
    "past",
    "paused",
    "picture-in-picture",
    "placeholder",
    "placeholder-shown",
    "playing",
    "popover-open",
    "read-only",
    "read-write",
    "required",
    "right",
    "root",
    "scope",
    "scroll-marker",
    "selection",
    "slotted",
    "spelling-error",
    "state",
    "target",
    "target-text",
    "user-invalid",
    "user-valid",
    "valid",
    "view-transition",
    "view-transition-group",
    "view-transition-image-pair",
    "view-transition-new",
    "view-transition-old",
    "visited",
    "where",
];
pub(super) const UNITS: &[&str] = &[
    "px", "rem", "em", "ch", "ex", "lh", "rlh", "vw", "vh", "dvh", "svh", "lvh", "vmin", "vmax",
    "cqw", "pt", "cm", "mm", "in", "pc", "deg", "turn", "s", "ms", "fr",
];
/// Properties whose only word is a colour.
pub(super) const COLORS: &[&str] =
    &["color", "background-color", "border-color", "outline-color", "fill", "stroke"];

/// Every word that is a colour in CSS, those of the system, and what stands for one.
pub(super) const COLOR_NAMES: &str = "aliceblue antiquewhite aqua aquamarine azure beige bisque black \
    blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse chocolate coral \
    cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey \
    darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen \
    darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray \
    dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod \
    gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush \
    lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen \
    lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey \
    lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue \
    mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise \
    mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive \
    olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip \
    peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown \
    salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow \
    springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow \
    yellowgreen transparent currentcolor inherit initial unset revert revert-layer none auto invert \
    context-fill context-stroke accentcolor accentcolortext activetext buttonborder buttonface \
    buttontext canvas canvastext field fieldtext graytext highlight highlighttext linktext mark \
    marktext selecteditem selecteditemtext visitedtext";
