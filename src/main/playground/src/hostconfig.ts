import type { Theme } from "./theme";

/** How Teams draws cards: its spacing, type sizes and colours, light and dark. */
export function hostConfig(theme: Theme): object {
  const dark = theme === "dark";
  const colours = {
    default: pair(dark ? "#ffffff" : "#242424", dark ? "#adadad" : "#616161"),
    dark: pair(dark ? "#adadad" : "#242424", dark ? "#999999" : "#616161"),
    light: pair(dark ? "#d6d6d6" : "#6e6e6e", dark ? "#b3b3b3" : "#757575"),
    accent: pair(dark ? "#9ea2ff" : "#5b5fc7", dark ? "#8b8fe8" : "#6e72cf"),
    good: pair(dark ? "#7fd07f" : "#0f700f", dark ? "#6cb86c" : "#2b7a2b"),
    warning: pair(dark ? "#f2c661" : "#835b00", dark ? "#dcb356" : "#8a6417"),
    attention: pair(dark ? "#f1707b" : "#b10e1c", dark ? "#e37b84" : "#bc2f39"),
  };
  const style = (backgroundColor: string, borderColor = backgroundColor) => ({ backgroundColor, borderColor, foregroundColors: colours });
  const sizes = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
  const weights = { lighter: 300, default: 400, bolder: 600 };
  return {
    supportsInteractivity: true,
    hostCapabilities: { capabilities: null },
    choiceSetInputValueSeparator: ",",
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: dark ? "#4d4d4d" : "#e0e0e0" },
    imageSizes: { small: 32, medium: 52, large: 100 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    fontTypes: {
      default: { fontFamily: "var(--font)", fontSizes: sizes, fontWeights: weights },
      monospace: { fontFamily: "var(--mono)", fontSizes: sizes, fontWeights: weights },
    },
    textStyles: {
      heading: { size: "large", weight: "bolder", color: "default", isSubtle: false, fontType: "default" },
      columnHeader: { size: "default", weight: "bolder", color: "default", isSubtle: false, fontType: "default" },
    },
    textBlock: { headingLevel: 3 },
    containerStyles: {
      default: style(dark ? "#292929" : "#ffffff"),
      emphasis: style(dark ? "#333333" : "#f5f5f5"),
      good: style(dark ? "#17301a" : "#e7f2e7", dark ? "#2b5c2e" : "#c9e4c9"),
      attention: style(dark ? "#3b1a1e" : "#fbeced", dark ? "#6e2a31" : "#f0cdd0"),
      warning: style(dark ? "#3a2f14" : "#fff6e0", dark ? "#6b5620" : "#f3dfae"),
      accent: style(dark ? "#25264d" : "#ecedfb", dark ? "#3d3f80" : "#d0d3f5"),
    },
    inputs: {
      label: {
        inputSpacing: "small",
        requiredInputs: { weight: "bolder", size: "default", suffix: " *", suffixColor: "attention" },
        optionalInputs: { weight: "bolder", size: "default" },
      },
      errorMessage: { color: "attention", size: "small", weight: "default" },
    },
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
      preExpandSingleShowCardAction: false,
      actionsOrientation: "horizontal",
      actionAlignment: "left",
      iconPlacement: "leftOfTitle",
      iconSize: 16,
      allowTitleToWrap: true,
    },
    adaptiveCard: { allowCustomStyle: true },
    imageSet: { imageSize: "medium", maxImageHeight: 100 },
    factSet: {
      title: { size: "default", color: "default", isSubtle: false, weight: "bolder", wrap: true, maxWidth: 180 },
      value: { size: "default", color: "default", isSubtle: false, weight: "default", wrap: true },
      spacing: 16,
    },
    table: { cellSpacing: 8 },
  };
}

function pair(normal: string, subtle: string) {
  return { default: normal, subtle, highlightColors: { default: "#fff2b0", subtle: "#fff2b0" } };
}
