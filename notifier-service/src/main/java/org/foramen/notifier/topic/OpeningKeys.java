package org.foramen.notifier.topic;

import org.foramen.base.SealKeyFiles;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the private keys from the file that is set, or from a pair that is made on first start. */
@Configuration(proxyBeanMethods = false)
public class OpeningKeys {

    @Bean
    InquiryOpener inquiryOpener(NotifierSettings settings) {
        return SealKeyFiles.opener(settings.sealKeys(), settings.mode(), settings.data());
    }
}
