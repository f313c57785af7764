#include "wording/visitor_wording.h"

#include <array>
#include <optional>

namespace xy::wording {
namespace {

constexpr VisitorWording chinese{
    .slogan_1 = "向着阳光，",
    .slogan_2 = "远离毒品",
    .minutes = "3 分钟",
    .questions = "{} 道题",
    .no_names = "不问姓名",
    .touch_to_start = "点击屏幕开始",
    .no_event = "活动还没有开始，请稍等",
    .today_before = "今天，这片花田开了",
    .today_after = "朵",
    .one_a_flower = "一人一朵，不记是谁",
    .ten_a_flower = "图上一朵是十朵",
    .think_first = "先想一想",
    .who_are_you = "你是哪一组？",
    .privacy = "我们按组别出题。不记录姓名、照片和证件。",
    .back = "← 返回",
    .idle_note = "{} 秒无操作将回到首页",
    .petals = "片花瓣",
    .large_text = "大字 A+",
    .normal_text = "小字 A−",
    .other_language = "English",
    .warm_up = "先热热身",
    .once_more = "再试一次",
    .noted = "已记下，答案在后面",
    .several = "可多选",
    .skip = "不会，跳过",
    .confirm = "选好了（{}）",
    .survey = "小调查",
    .decline = "不想回答",
    .decline_note = "可以不答，不影响成绩",
    .right = "答对了！",
    .nearly = "原来是这样",
    .skipped = "一起来看看",
    .your_choice = "你选的",
    .better_choice = "更好的选择",
    .the_answer = "答案是",
    .overlooked = "（没选到）",
    .petals_open = "{} 片开了，还有 {} 片",
    .petals_all = "{} 片都开了",
    .next = "下一题 →",
    .go_on = "继续 →",
    .source = "依据：",
    .to_result = "回到结果",
    .review = "再看一遍",
    .card = "知识卡",
    .got_it = "知道了 →",
    .pledge_title = "愿意许下一个约定吗？",
    .pledge_text = "我愿意向着阳光，远离毒品；遇到有人劝我尝试，我会说“不”，离开，再告诉信得过的大人。",
    .pledge_yes = "我愿意",
    .pledge_no = "这次不了",
    .pledge_note = "自愿选择，不记名，只计数",
    .great = "太棒了！",
    .good = "做得好！",
    .growing = "谢谢你来学习！",
    .learned = "你今天学了 {} 件事",
    .thanks = "谢谢你的参与！",
    .great_line = "你能看清“伪装”，也知道怎么说“不”。",
    .good_line = "你已经掌握了大部分。再带上这一点：",
    .growing_line = "每多知道一点，就多一份底气。把这一点带回家：",
    .learned_line = "每一件都算数。把这几句带回家：",
    .thanks_line = "你的意见会帮助我们做得更好。",
    .full_bloom = "花开满了！",
    .all_right = "{} 道题都答对了。",
    .score = "{} 道题答对了 {} 道。",
    .warm_up_score = "热身题答对 {} / {}",
    .gain_title = "来的时候和现在",
    .before = "来的时候 {}",
    .after = "现在 {}",
    .more = "多会了 {}",
    .badge_great = "禁毒小卫士",
    .badge_good = "阳光小达人",
    .badge_growing = "向阳小苗",
    .look_again = "看看错题",
    .again = "再来一次",
    .call_a_friend = "叫个朋友",
    .finish = "完成",
    .closes_in = "{} 秒后自动结束",
    .word_title = "今日口令",
    .word_for = "给工作人员",
    .stamp = "已学习",
    .help_title = "需要帮助时",
    .help_youth = "青少年服务台",
    .help_danger = "危险或违法",
    .help_medical = "身体不舒服",
    .still_there = "还在吗？",
    .goes_home = "{} 秒后回到首页",
    .newcomer = "我是新来的，重新开始",
    .newcomer_note = "重新开始，前面的作答就不再显示",
    .leave_title = "要离开吗？",
    .leave_text = "离开后，这次答题就结束了。",
    .stay = "继续",
    .leave = "离开",
    .staff_title = "请叫一下工作人员",
    .staff_text = "机器现在存不了答案。你已经答的题都还在，稍等一下就好。",
    .staff_opening = "机器暂时读不到数据，正在自动重试。原来的记录都没有动过。",
    .staff_help = "工作人员：过一分钟还这样，请关机再开；还不行，请联系组织者，不要删除任何文件。",
    .retry = "再试一次",
};

constexpr VisitorWording english{
    .slogan_1 = "Face the sun,",
    .slogan_2 = "free of drugs",
    .minutes = "3 minutes",
    .questions = "{} questions",
    .no_names = "no names asked",
    .touch_to_start = "Touch to start",
    .no_event = "The event has not started yet, please wait",
    .today_before = "Opened here today:",
    .today_after = "flowers",
    .one_a_flower = "one for each visitor",
    .ten_a_flower = "one shown for every ten",
    .think_first = "Think first",
    .who_are_you = "Which group are you in?",
    .privacy = "It only picks your questions. No name, photo or ID is recorded.",
    .back = "← Back",
    .idle_note = "Returns to the start after {} seconds without a touch",
    .petals = "petals",
    .large_text = "Text A+",
    .normal_text = "Text A−",
    .other_language = "中文",
    .warm_up = "Warm-up",
    .once_more = "Once more",
    .noted = "Noted. The answer comes later",
    .several = "Choose all that fit",
    .skip = "Not sure, skip",
    .confirm = "Done ({})",
    .survey = "Short survey",
    .decline = "I’d rather not say",
    .decline_note = "You may skip this; it changes nothing",
    .right = "That’s right!",
    .nearly = "So that’s how it is",
    .skipped = "Let’s look together",
    .your_choice = "You chose",
    .better_choice = "A better choice",
    .the_answer = "The answer",
    .overlooked = " (not chosen)",
    .petals_open = "{} petals open, {} to go",
    .petals_all = "All {} petals are open",
    .next = "Next →",
    .go_on = "Go on →",
    .source = "Source: ",
    .to_result = "Back to result",
    .review = "Look again",
    .card = "Good to know",
    .got_it = "Got it →",
    .pledge_title = "Would you like to make a promise?",
    .pledge_text =
        "I want to face the sun and stay away from drugs. If someone urges me to try, I will say no, leave, "
        "and tell an adult I trust.",
    .pledge_yes = "I promise",
    .pledge_no = "Not this time",
    .pledge_note = "Your choice. No name is kept, only a count.",
    .great = "Wonderful!",
    .good = "Well done!",
    .growing = "Thank you for learning!",
    .learned = "Things learned today: {}",
    .thanks = "Thank you for taking part!",
    .great_line = "You see through disguises and know how to say no.",
    .good_line = "You know most of it. One more thing to take along:",
    .growing_line = "Every bit you know makes you stronger. Take this home:",
    .learned_line = "Every one of them counts. Take these home:",
    .thanks_line = "Your answers help us do better.",
    .full_bloom = "In full bloom!",
    .all_right = "All {} are right. ",
    .score = "Of {} questions, {} are right. ",
    .warm_up_score = "Warm-up: {} of {} right",
    .gain_title = "Before and now",
    .before = "Before: {}",
    .after = "Now: {}",
    .more = "{} more",
    .badge_great = "Sun guardian",
    .badge_good = "Sun friend",
    .badge_growing = "Young sunflower",
    .look_again = "See misses",
    .again = "Once more",
    .call_a_friend = "Call a friend",
    .finish = "Finish",
    .closes_in = "Closes in {} s",
    .word_title = "Today’s word",
    .word_for = "Tell the staff",
    .stamp = "Done",
    .help_title = "When you need help",
    .help_youth = "Youth line",
    .help_danger = "Police",
    .help_medical = "Ambulance",
    .still_there = "Still there?",
    .goes_home = "Back to the start in {} s",
    .newcomer = "I am new here: start afresh",
    .newcomer_note = "Starting afresh hides what was answered before",
    .leave_title = "Do you want to leave?",
    .leave_text = "If you leave, this visit ends.",
    .stay = "Go on",
    .leave = "Leave",
    .staff_title = "Please ask the staff",
    .staff_text =
        "The machine cannot save right now. Everything you answered is still here; just wait a moment.",
    .staff_opening = "The machine cannot read its data right now and keeps trying. No record was touched.",
    .staff_help =
        "Staff: if this stays for a minute, switch the computer off and on. If it comes back, call the "
        "organizer; delete no file.",
    .retry = "Try again",
};

struct DayWord {
    std::string_view chinese, english;
};
/// More of them than days of a long event; no two alike to the ear.
constexpr std::array<DayWord, 31> day_words{
    {{"晴天", "Sunshine"},    {"花开", "Blossom"},    {"清风", "Breeze"},     {"彩虹", "Rainbow"},
     {"麦田", "Wheat"},       {"星光", "Starlight"},  {"白云", "Cloud"},      {"小树", "Sapling"},
     {"春雨", "Spring rain"}, {"大海", "Ocean"},      {"笑脸", "Smile"},      {"风筝", "Kite"},
     {"山泉", "Brook"},       {"月亮", "Moon"},       {"稻香", "Rice field"}, {"青草", "Meadow"},
     {"燕子", "Swallow"},     {"灯塔", "Lighthouse"}, {"枫叶", "Maple"},      {"蜜蜂", "Bee"},
     {"竹林", "Bamboo"},      {"朝阳", "Sunrise"},    {"松果", "Pine cone"},  {"小桥", "Bridge"},
     {"雪花", "Snowflake"},   {"蝴蝶", "Butterfly"},  {"溪水", "Stream"},     {"葵花", "Sunflower"},
     {"雨伞", "Umbrella"},    {"苹果", "Apple"},      {"帆船", "Sailboat"}}};

struct MonthAndDay {
    int month = 0;
    int day = 0;
};

std::optional<MonthAndDay> month_and_day(std::string_view date) {
    constexpr std::size_t length = 10;
    if (date.size() != length) return std::nullopt;
    const auto number = [&](std::size_t at) { return (date[at] - '0') * 10 + (date[at + 1] - '0'); };
    for (const std::size_t at : {5U, 6U, 8U, 9U})
        if (date[at] < '0' || date[at] > '9') return std::nullopt;
    return MonthAndDay{number(5), number(8)};
}

}  // namespace

std::string_view word_of_day(Language language, std::string_view day) {
    const MonthAndDay date = month_and_day(day).value_or(MonthAndDay{});
    // 7 and 31 have no common divisor: from month to month the words come in another order.
    const DayWord& word = day_words[static_cast<std::size_t>(7 * date.month + date.day) % day_words.size()];
    return language == Language::zh ? word.chinese : word.english;
}

std::string short_day(Language language, std::string_view day) {
    const std::optional<MonthAndDay> date = month_and_day(day);
    if (!date) return std::string(day);
    if (language == Language::zh) return std::to_string(date->month) + "·" + std::to_string(date->day);
    constexpr std::array<std::string_view, 13> months{"",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::to_string(date->day) + " " +
           std::string(months[static_cast<std::size_t>(date->month) % months.size()]);
}

const VisitorWording& visitor_wording(Language language) {
    return language == Language::zh ? chinese : english;
}

std::string filled(std::string_view pattern, std::string_view value) {
    std::string text(pattern);
    const std::size_t at = text.find("{}");
    if (at != std::string::npos) text.replace(at, 2, value);
    return text;
}

}  // namespace xy::wording
