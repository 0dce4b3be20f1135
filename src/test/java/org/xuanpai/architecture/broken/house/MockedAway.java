package org.xuanpai.architecture.broken.house;

import org.mockito.Mockito;

/** Tests what somebody thinks the database does. */
abstract class MockedAway {
    Object database() {
        return Mockito.mock();
    }
}
