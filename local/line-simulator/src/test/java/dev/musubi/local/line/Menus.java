package dev.musubi.local.line;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import javax.imageio.ImageIO;

/** Makes rich menus with their images. */
final class Menus {
  static final String MENU =
      """
      {"size":{"width":2500,"height":843},"selected":true,"name":"main","chatBarText":"メニュー",
       "areas":[{"bounds":{"x":0,"y":0,"width":1250,"height":843},
                 "action":{"type":"postback","label":"連携","data":"link"}}]}
      """;

  private final Line line;

  Menus(Line line) {
    this.line = line;
  }

  /** A menu with its image. */
  String ready() {
    var id = create(MENU);
    if (upload(id, 2500, 843).status() != 200) {
      throw new AssertionError("the image was refused");
    }
    return id;
  }

  String create(String menu) {
    return line.post("/v2/bot/richmenu", menu).json().path("richMenuId").asText();
  }

  Line.Reply upload(String id, int width, int height) {
    return upload(id, "image/png", png(width, height));
  }

  Line.Reply upload(String id, String type, byte[] bytes) {
    return line.send(
        line.request("/v2/bot/richmenu/%s/content".formatted(id))
            .header("content-type", type)
            .POST(BodyPublishers.ofByteArray(bytes)));
  }

  void link(String userId, String id) {
    line.post("/v2/bot/user/%s/richmenu/%s".formatted(userId, id), "");
  }

  /** The id of a person's own menu, or an empty text. */
  String of(String userId) {
    return line.get("/v2/bot/user/%s/richmenu".formatted(userId))
        .json()
        .path("richMenuId")
        .asText();
  }

  static byte[] png(int width, int height) {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
