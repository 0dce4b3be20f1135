package org.xuanpai.platform.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * {@link ResponseHeaders} also for what the server itself refuses, such as an address it cannot read, before any filter runs;
 * and what to say then.
 */
@Component
@ConditionalOnWebApplication
class ServerHeaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ServerRefusals refusals;

    ServerHeaders(MessageSource messages) {
        this.refusals = new ServerRefusals(messages);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Outermost(refusals));
        server.addConnectorCustomizers(ServerRefusals::askUsAboutTheServer);
    }

    private static final class Outermost extends ValveBase {

        private final ServerRefusals refusals;

        Outermost(ServerRefusals refusals) {
            super(true);
            this.refusals = refusals;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            ResponseHeaders.write(response::setHeader, request.isSecure());
            if (!refusals.refuse(request, response)) {
                getNext().invoke(request, response);
            }
        }
    }
}
