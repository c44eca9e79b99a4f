package dev.musubi.testkit.contracts;

import dev.musubi.core.people.Links;
import dev.musubi.core.reminding.Runs;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.Purchases;
import dev.musubi.core.shopping.Views;
import dev.musubi.testkit.memory.MemoryCatalogue;
import dev.musubi.testkit.memory.MemoryDeliveries;
import dev.musubi.testkit.memory.MemoryLinks;
import dev.musubi.testkit.memory.MemoryOutbox;
import dev.musubi.testkit.memory.MemoryPurchases;
import dev.musubi.testkit.memory.MemoryRecipients;
import dev.musubi.testkit.memory.MemoryRuns;
import dev.musubi.testkit.memory.MemoryShopSecrets;
import dev.musubi.testkit.memory.MemoryShops;
import dev.musubi.testkit.memory.MemoryViews;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;

class MemoryKeepsEveryContractTest {

  @Nested
  class OfShops extends ShopsContract {
    @Override
    protected Shops empty() {
      return new MemoryShops();
    }
  }

  @Nested
  class OfLinks extends LinksContract {
    @Override
    protected Links empty(InstantSource clock) {
      return new MemoryLinks(clock);
    }
  }

  @Nested
  class OfRecipients extends RecipientsContract {
    @Override
    protected Recipients empty(InstantSource clock) {
      return new MemoryRecipients();
    }
  }

  @Nested
  class OfViews extends ViewsContract {
    @Override
    protected Views empty(InstantSource clock) {
      return new MemoryViews(clock);
    }
  }

  @Nested
  class OfPurchases extends PurchasesContract {
    @Override
    protected Purchases empty(InstantSource clock) {
      return new MemoryPurchases(clock);
    }
  }

  @Nested
  class OfCatalogue extends CatalogueContract {
    @Override
    protected Catalogue empty(InstantSource clock) {
      return new MemoryCatalogue(clock);
    }
  }

  @Nested
  class OfRuns extends RunsContract {
    @Override
    protected Runs empty(InstantSource clock) {
      return new MemoryRuns(clock);
    }
  }

  @Nested
  class OfDeliveries extends DeliveriesContract {
    @Override
    protected Deliveries empty(InstantSource clock) {
      return new MemoryDeliveries(clock);
    }
  }

  @Nested
  class OfOutbox extends OutboxContract {
    private MemoryOutbox outbox;

    @Override
    protected Outbox empty(InstantSource clock) {
      outbox = new MemoryOutbox(clock);
      return outbox;
    }

    @Override
    protected List<Work> queued() {
      return outbox.queued();
    }

    @Override
    protected List<Scheduled> scheduled() {
      List<Scheduled> scheduled = new ArrayList<>();
      for (int i = 0; i < outbox.scheduled().size(); i++) {
        scheduled.add(new Scheduled(outbox.scheduledFor().get(i), outbox.scheduled().get(i)));
      }
      return scheduled;
    }

    @Override
    protected List<SendIntent> parked() {
      return outbox.parked();
    }
  }

  @Nested
  class OfShopSecrets extends ShopSecretsContract {
    private final MemoryShopSecrets secrets = new MemoryShopSecrets();

    @Override
    protected ShopSecrets empty() {
      return secrets;
    }

    @Override
    protected void put(ShopId shop, Secrets of) {
      secrets.put(shop, of);
    }
  }
}
