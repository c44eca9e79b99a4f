/** How what is queued, scheduled and stored is written as JSON, and how every former form reads. */
package dev.musubi.wire;
