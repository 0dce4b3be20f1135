/** The frame around every page: language, navigation, links to the current address, the message that survives a redirect. */
@NullMarked
package org.xuanpai.platform.web;

import org.jspecify.annotations.NullMarked;
