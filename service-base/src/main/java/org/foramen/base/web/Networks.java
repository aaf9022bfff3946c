package org.foramen.base.web;

import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.util.NetMask;
import org.foramen.base.SettingRefused;

/** Some networks, each as an address or in CIDR notation such as {@code 10.0.0.0/8}. */
public final class Networks {

    private final List<NetMask> masks;

    private Networks(List<NetMask> masks) {
        this.masks = masks;
    }

    /** @param setting the variable that they come from, for the sentence that refuses one */
    public static Networks of(List<String> texts, String setting) {
        return new Networks(texts.stream().map(text -> mask(text, setting)).toList());
    }

    public boolean hold(InetAddress address) {
        return masks.stream().anyMatch(mask -> mask.matches(address));
    }

    private static NetMask mask(String text, String setting) {
        try {
            if (AddressText.parse(text.split("/", 2)[0]).isPresent()) {
                return new NetMask(text);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new SettingRefused(
                setting + " holds '" + text + "', which is not a network such as 10.0.0.0/8 or 2001:db8::/32.");
    }
}
