/**
 * Files that people send and take away. What reads and writes them knows neither Teams nor where they lie: an attached file is
 * fetched through {@link dev.linekeeper.chat.files.FileDownloads}.
 */
@NullMarked
package dev.linekeeper.chat.files;

import org.jspecify.annotations.NullMarked;
