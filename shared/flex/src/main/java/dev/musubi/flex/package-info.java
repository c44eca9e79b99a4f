/**
 * Messages as LINE takes them: templates in each language, filled with content, within LINE's
 * limits.
 */
package dev.musubi.flex;
