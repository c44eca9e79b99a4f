/** What LINE takes as a message, an action or a rich menu, checked element by element. */
package dev.musubi.local.line.limits;
