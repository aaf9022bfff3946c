package org.foramen.intake.guard;

import org.foramen.intake.settings.IntakeSettings;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has Tomcat read a posted form up to the limit that holds for every body. */
@Component
class FormPostLimit implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final int limit;

    FormPostLimit(IntakeSettings settings) {
        this.limit = Math.toIntExact(settings.form().maxBody().toBytes());
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addConnectorCustomizers(connector -> connector.setMaxPostSize(limit));
    }
}
