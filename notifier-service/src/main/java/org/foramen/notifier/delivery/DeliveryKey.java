package org.foramen.notifier.delivery;

/**
 * Names one delivery.
 *
 * @param inquiry the inquiry's id, or the place of a dead letter
 */
public record DeliveryKey(String inquiry, Audience audience) {

    @Override
    public String toString() {
        return inquiry + "/" + audience.wireName();
    }
}
