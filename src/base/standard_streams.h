// Standard input, output and errors of a program that may be started, or left alone, without them.
#pragma once

namespace xy {

/// Opens /dev/null in the place of those that are closed, so that no file or connection opened later gets
/// their number, and what is written to the terminal. Call it before anything is opened.
void open_missing_streams();

/// A reader of the output that ends (`| head`, a closed terminal) no longer ends this program by SIGPIPE:
/// what is written there is lost. For programs that have more to do than to write there.
void outlive_readers();

}  // namespace xy
