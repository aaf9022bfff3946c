package org.foramen.notifier.settings;

import java.nio.file.Path;
import org.foramen.base.SettingRefused;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.contract.sealing.SealKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the private keys from the file that is set, or from a pair that is made on first start. */
@Configuration(proxyBeanMethods = false)
public class SealKeyFiles {

    @Bean
    InquiryOpener inquiryOpener(NotifierSettings settings) {
        Path given = settings.sealKeys();
        if (given != null) {
            return SealKeys.opener(given);
        }
        if (settings.production()) {
            throw new SettingRefused(
                    "In production mode FORAMEN_SEAL_KEYS must name the file with the private keys that open inquiries.");
        }
        Path made = settings.data().resolve("keys");
        SealKeys.makeIfAbsent(made);
        return SealKeys.opener(made.resolve(SealKeys.PRIVATE_FILE));
    }
}
