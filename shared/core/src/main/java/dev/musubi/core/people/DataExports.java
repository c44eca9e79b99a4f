package dev.musubi.core.people;

import dev.musubi.core.shop.ShopId;
import java.util.List;

/** Port: the exports that were asked for, each kept for {@link DataExport#KEPT}. */
public interface DataExports extends PersonalData {

  /** Stores the export over one of the same request. */
  void keep(DataExport export);

  /** A customer's exports, oldest request first. */
  List<DataExport> of(ShopId shop, CustomerId customer);

  /** The customers for whom exports are kept. */
  List<CustomerId> customers(ShopId shop);
}
