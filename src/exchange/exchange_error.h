// Why an export or an import could not be done at all.
#pragma once

#include <stdexcept>

namespace xy::exchange {

class ExchangeError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

}  // namespace xy::exchange
