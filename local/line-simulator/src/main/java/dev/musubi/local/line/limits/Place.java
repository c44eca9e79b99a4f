package dev.musubi.local.line.limits;

/**
 * A place in a request body, written as LINE writes it: {@code messages[0].text} for the body, a
 * JSON pointer such as {@code /body/contents/0} inside one message's Flex container or template.
 *
 * @param message the index of the message that a pointer starts in, -1 for a place of the body
 * @param path the path so far
 */
public record Place(int message, String path) {

  /** The body's own root or a property of it. */
  static Place body(String path) {
    return new Place(-1, path);
  }

  /** The root of what is inside one message. */
  static Place inside(int message, String path) {
    return new Place(message, path);
  }

  boolean pointer() {
    return message >= 0;
  }

  Place child(String name) {
    if (pointer()) {
      return new Place(message, path + "/" + name);
    }
    return body(path.isEmpty() ? name : path + "." + name);
  }

  Place item(int index) {
    return new Place(message, path + (pointer() ? "/" + index : "[" + index + "]"));
  }

  /** The place as it stands in LINE's {@code details[].property}. */
  public String shown() {
    return pointer() && path.isEmpty() ? "/" : path;
  }
}
