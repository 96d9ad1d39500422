package io.outlay.local.deploy;

import java.util.List;
import java.util.Map;

/** What a file of a deployment says of the containers of our image, by their names: {@code topics} and the services. */
interface Deployment {
    /** What follows the image's entry point. */
    List<String> command(String name);

    Map<String, String> environment(String name);
}
