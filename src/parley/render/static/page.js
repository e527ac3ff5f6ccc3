// What every page does beyond being read: keys, the palette, a word when the record has changed, cells to follow.
import "./copy.js";
import { startPalette } from "./palette.js";
import { startReading } from "./reading.js";
import { startDays } from "./days.js";
import { startReview } from "./review.js";
import { watchRecord } from "./record.js";

startPalette();
startReading(document.getElementById("reading"));
startDays(document.getElementById("as-of"));
watchRecord();
startReview();
