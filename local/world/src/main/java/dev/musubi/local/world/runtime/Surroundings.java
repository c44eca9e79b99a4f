package dev.musubi.local.world.runtime;

import java.net.URI;
import java.nio.file.Path;

/**
 * What all functions of one world share.
 *
 * @param endpoint where their AWS clients turn to
 * @param clockFile the world's offset file
 * @param work an own folder of this world, into which zips are unpacked
 * @param logs the folder of one log file per function
 */
public record Surroundings(
    String region, String account, URI endpoint, Path clockFile, Path work, Path logs) {
  String arn(String function) {
    return "arn:aws:lambda:%s:%s:function:%s".formatted(region, account, function);
  }
}
