package org.foramen.notifier.console.signin.oidc;

import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The parts of the way in by the identity provider; there are none where no issuer is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProviderSetup.IssuerSet.class)
class ProviderSetup {

    @Bean
    IdentityProvider identityProvider(NotifierSettings settings) {
        return new IdentityProvider(settings);
    }

    @Bean
    ProviderCalls providerCalls(NotifierSettings settings) {
        return new ProviderCalls(settings.console().oidc());
    }

    @Bean
    ProviderWay providerWay(IdentityProvider provider, ProviderCalls calls, NotifierSettings settings) {
        return new ProviderWay(provider, calls, settings);
    }

    static final class IssuerSet implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("foramen.console.oidc.issuer"));
        }
    }
}
