/** The demo county's monthly reports, made through the feature's own services; beans in demo mode only. */
@NullMarked
package org.xuanpai.progress.service.demo;

import org.jspecify.annotations.NullMarked;
