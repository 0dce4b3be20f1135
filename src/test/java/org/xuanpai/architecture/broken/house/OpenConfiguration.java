package org.xuanpai.architecture.broken.house;

import org.springframework.context.annotation.Configuration;

/** Can be imported piece by piece. */
@Configuration(proxyBeanMethods = false)
public abstract class OpenConfiguration {}
