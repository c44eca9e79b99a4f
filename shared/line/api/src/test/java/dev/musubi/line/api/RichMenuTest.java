package dev.musubi.line.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.RichMenuArea;
import com.linecorp.bot.messaging.model.RichMenuRequest;
import com.linecorp.bot.messaging.model.URIAction;
import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.shop.Language;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RichMenuTest {
  private static final URI SHOP = URI.create("https://tea.example/");

  @ParameterizedTest
  @CsvSource({"JA,true", "JA,false", "EN,true", "EN,false"})
  void the_picture_fits_the_menu_and_LINEs_limits(Language language, boolean linked)
      throws IOException {
    RichMenu menu = new RichMenu(language, linked);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(menu.picture()));
    assertThat(menu.picture()).hasSizeLessThan(1 << 20);
    assertThat((long) picture.getWidth()).isEqualTo(menu.request(SHOP).size().width());
    assertThat((long) picture.getHeight()).isEqualTo(menu.request(SHOP).size().height());
    assertThat(menu.alias()).matches("[a-z0-9_-]{1,32}");
    assertThat(menu.request(SHOP).chatBarText()).hasSizeLessThanOrEqualTo(14);
  }

  @ParameterizedTest
  @CsvSource({"JA,true", "JA,false", "EN,true", "EN,false"})
  void the_areas_cover_the_menu_side_by_side(Language language, boolean linked) {
    RichMenuRequest request = new RichMenu(language, linked).request(SHOP);
    long x = 0;
    for (RichMenuArea area : request.areas()) {
      assertThat(area.bounds().x()).isEqualTo(x);
      assertThat(area.bounds().height()).isEqualTo(request.size().height());
      x += area.bounds().width();
    }
    assertThat(x).isEqualTo(request.size().width());
  }

  @ParameterizedTest
  @CsvSource({"JA,true", "JA,false", "EN,true", "EN,false"})
  void every_tap_is_the_shop_or_a_command_of_ours(Language language, boolean linked) {
    List<RichMenuArea> areas = new RichMenu(language, linked).request(SHOP).areas();
    for (RichMenuArea area : areas) {
      switch (area.action()) {
        case URIAction visit -> assertThat(visit.uri()).isEqualTo(SHOP);
        case PostbackAction tap -> {
          assertThat(ChatCommand.parse(tap.data())).isPresent();
          assertThat(tap.label()).hasSizeLessThanOrEqualTo(20);
        }
        default -> throw new AssertionError(area.action());
      }
    }
    assertThat(areas).filteredOn(a -> a.action() instanceof URIAction).hasSize(1);
  }
}
