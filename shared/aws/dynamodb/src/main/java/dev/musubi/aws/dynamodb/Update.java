package dev.musubi.aws.dynamodb;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A change to one item's attributes; names that are not known beforehand go through {@link #name}.
 */
record Update(
    Item key,
    String expression,
    String condition,
    Map<String, String> names,
    Map<String, AttributeValue> values) {

  static Update of(Item key, String expression, String condition) {
    return new Update(key, expression, condition, new HashMap<>(), new HashMap<>());
  }

  Update name(String placeholder, String name) {
    Map<String, String> next = new HashMap<>(names);
    next.put(placeholder, name);
    return new Update(key, expression, condition, next, values);
  }

  Update value(String placeholder, AttributeValue value) {
    Map<String, AttributeValue> next = new HashMap<>(values);
    next.put(placeholder, value);
    return new Update(key, expression, condition, names, next);
  }

  Update value(String placeholder, String value) {
    return value(placeholder, Item.text(value));
  }

  Update value(String placeholder, long value) {
    return value(placeholder, Item.number(value));
  }

  UpdateItemRequest request(String table) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key.attributes())
        .updateExpression(expression)
        .conditionExpression(condition.isEmpty() ? null : condition)
        .expressionAttributeNames(names.isEmpty() ? null : names)
        .expressionAttributeValues(values.isEmpty() ? null : values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  TransactWriteItem inTransaction(String table) {
    return TransactWriteItem.builder()
        .update(
            u ->
                u.tableName(table)
                    .key(key.attributes())
                    .updateExpression(expression)
                    .conditionExpression(condition.isEmpty() ? null : condition)
                    .expressionAttributeNames(names.isEmpty() ? null : names)
                    .expressionAttributeValues(values.isEmpty() ? null : values))
        .build();
  }
}
