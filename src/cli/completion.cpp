#include "cli/completion.h"

#include <CLI/CLI.hpp>
#include <set>
#include <vector>

namespace xy::cli {
namespace {

struct Words {
    std::string verbs;  ///< case patterns of all verb paths, joined by |
    std::string cases;  ///< what may follow each path
    std::set<std::string> folder_options;
};

void visit(const CLI::App& app, const std::string& path, Words& words) {
    std::string following;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        following += verb->get_name() + " ";
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            following += "--" + name + " ";
            if (option->get_type_name() == "DIR") words.folder_options.insert("--" + name);
        }
    }
    if (!following.empty()) following.pop_back();
    words.cases += "        \"" + path + "\") words=\"" + following + "\" ;;\n";
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        const std::string deeper = path + "/" + verb->get_name();
        words.verbs += (words.verbs.empty() ? "" : "|") + deeper;
        visit(*verb, deeper, words);
    }
}

std::string joined(const std::set<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : "|") + text;
    return all;
}

}  // namespace

std::string bash_completion(const CLI::App& app) {
    Words words;
    visit(app, "", words);
    return "# Completion of " + app.get_name() + " for bash; made by `" + app.get_name() +
           " completion bash`.\n"
           "_xiangyang() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path= word "
           "words=\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case \"$path/$word\" in\n"
           "            " +
           words.verbs +
           ") path=\"$path/$word\" ;;\n"
           "        esac\n"
           "    done\n"
           "    case $previous in\n"
           "        " +
           joined(words.folder_options) +
           ")\n"
           "            compopt -o filenames\n"
           "            mapfile -t COMPREPLY < <(compgen -d -- \"$current\")\n"
           "            return ;;\n"
           "    esac\n"
           "    case $path in\n" +
           words.cases +
           "    esac\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
           "}\n"
           "complete -o default -F _xiangyang " +
           app.get_name() + "\n";
}

}  // namespace xy::cli
