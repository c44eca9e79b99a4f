package dev.musubi.local.world.frontdoor;

import java.util.List;

/** One AWS service behind the front door. */
interface AwsService {
  /** How it speaks of errors; its name is the one in credential scopes. */
  Dialect dialect();

  /**
   * The API operation that a call asks for.
   *
   * @throws NotSupported if the local world does not have it
   */
  String operation(AwsCall call);

  /**
   * The grants that the call needs, all of them.
   *
   * @throws NotSupported if the local world does not have the operation
   */
  List<Need> needs(AwsCall call);

  /** Carries the call out. */
  AwsAnswer answer(AwsCall call);

  /** The read or write units that the answer says the call took. */
  default double units(AwsAnswer answer) {
    return 0;
  }
}
