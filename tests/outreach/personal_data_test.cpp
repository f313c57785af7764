#include "outreach/personal_data.h"

#include <gtest/gtest.h>

namespace xy::outreach {
namespace {

TEST(PersonalNumber, IdCardsAreSeenHoweverTheyAreWritten) {
    for (const char* note : {"450103199003074578", "证号45010319900307457X。", "4501 0319 9003 0745 78",
                             "４５０１０３１９９００３０７４５７８", "450103900307457"})
        EXPECT_EQ(personal_number_in(note), PersonalNumber::id_card) << note;
}

TEST(PersonalNumber, MobileNumbersAreSeenHoweverTheyAreWritten) {
    for (const char* note : {"联系13812345678", "138-1234-5678", "138 1234 5678", "１３８１２３４５６７８"})
        EXPECT_EQ(personal_number_in(note), PersonalNumber::mobile) << note;
}

TEST(PersonalNumber, OtherLongNumbersAreSeen) {
    EXPECT_EQ(personal_number_in("QQ 123456789"), PersonalNumber::long_number);
    EXPECT_EQ(personal_number_in("6222021234567890123"), PersonalNumber::long_number);
}

TEST(PersonalNumber, OrdinaryNotesPass) {
    for (const char* note : {"", "发放 300 份，上午 9:30", "2026-06-26 10:30 开始", "拨打12355",
                             "展板 8 块、横幅 2 条", "共 1200000 份"})
        EXPECT_EQ(personal_number_in(note), std::nullopt) << note;
}

TEST(PersonalData, MobileNumbersAreSeenInEverySpelling) {
    for (const char* note : {"138、0013、8000",
                             "138,0013,8000",
                             "138/0013/8000",
                             "138_0013_8000",
                             "138·0013·8000",
                             "138（0013）8000",
                             "138 、 0013 、 8000",
                             "138\n0013\n8000",
                             "１３８、００１３、８０００",
                             "一三八零零一三八零零零",
                             "一三八〇〇一三八〇〇〇",
                             "幺三八零零幺三八零零零",
                             "壹叁捌零零壹叁捌零零零",
                             "138零零一三8000",
                             "一三八、零零一三、八零零零",
                             "+86 138 0013 8000",
                             "+86-13800138000",
                             "0086 13800138000",
                             "8613800138000",
                             "①③⑧⓪⓪①③⑧⓪⓪⓪",
                             "1-3-8-0-0-1-3-8-0-0-0",
                             "电话1 38 00 13 80 00",
                             "٠ ١٣٨٠٠١٣٨٠٠٠",
                             "138\u200b0013\u200b8000",
                             "13800138000",
                             "联系人 139-1234、5678",
                             "300 份，电话 138、1234、5678"})
        EXPECT_EQ(personal_data_in(note), PersonalData::mobile) << note;
}

TEST(PersonalData, IdCardsAreSeenInEverySpelling) {
    for (const char* note : {"450103、19900307、4578", "450103 19900307 457X", "450103199003074578",
                             "４５０１０３１９９００３０７４５７ｘ", "四五零一零三一九九零零三零七四五七八",
                             "450103/900307/457", "证件 450103，1990，0307，4578"})
        EXPECT_EQ(personal_data_in(note), PersonalData::id_card) << note;
}

TEST(PersonalData, AccountsAndAddressesAreSeen) {
    for (const char* note :
         {"微信 zhangsan88", "微信：zhangsan",       "微信号 zs_1990",   "微信号是abc123", "wx zhangsan",
          "wx:zhang",        "WX：Zhang_San",        "vx zhangsan99",    "VX：abc-123",    "vxzhang88",
          "加V abc123",      "ＷＸ：ｚｈａｎｇ",     "weixin: zhangsan", "WeChat: lisi88", "QQ 12345",
          "qq号:998877",     "扣扣 88776655",        "微信昵称开心果",   "微信名：小太阳", "微信：张三",
          "微信 王老师",     "邮箱 zhangsan@qq.com", "抖音号 zhangsan66"})
        EXPECT_EQ(personal_data_in(note), PersonalData::contact) << note;
}

TEST(PersonalData, NamesBesideDrugUseAreSeen) {
    for (const char* note :
         {"张三复吸", "张三又复吸了", "老王复吸", "老王又吸毒", "小李的哥哥吸毒", "李某某吸毒",
          "王女士戒毒三年", "村民赵丽丽涉毒", "戒毒人员赵丽", "戒毒人员：赵丽", "吸毒人员 张伟", "欧阳明吸毒",
          "走访 3 户，王强复吸", "复吸人员：李强", "今天王强、吸毒", "阿强正在戒毒", "家属见王建国已经戒毒"})
        EXPECT_EQ(personal_data_in(note), PersonalData::person) << note;
}

TEST(PersonalData, OrdinaryNotesPass) {
    for (const char* note : {"",
                             "村口",
                             "发放 300 份，上午 9:30",
                             "2026-06-26 10:30 开始",
                             "2026年6月26日 13:30-15:30",
                             "周三 13:30-15:30 300 份",
                             "拨打12355",
                             "展板 8 块、横幅 2 条",
                             "共 1200000 份",
                             "各村 300、200、150、120、100",
                             "150、2000、3000",
                             "150、200、100、100",
                             "二〇二六年六月二十六日",
                             "一、资料 300 份；二、咨询 20 人次",
                             "微信公众号推送 3 篇",
                             "微信群转发 200 次",
                             "微信 12000 人次",
                             "微信扫码 120 人",
                             "wx公众号",
                             "wxwork 推送",
                             "微信（WeChat）公众号",
                             "QQ群转发",
                             "戒毒人员现身说法 3 人",
                             "吸毒的危害 展板 8 块",
                             "戒毒知识讲座",
                             "张贴戒毒海报",
                             "严禁吸毒横幅 2 条",
                             "王家村戒毒宣传",
                             "高中生吸毒危害讲座",
                             "与李家镇派出所开展戒毒宣传",
                             "向吸毒人员家属发放资料",
                             "周末开展戒毒讲座",
                             "曾吸毒者现身说法",
                             "关爱戒毒人员家庭 5 户",
                             "戒毒所参观 30 人",
                             "王老师带队，五年级 40 人",
                             "李书记讲话",
                             "张三领取 50 份",
                             "方便群众，吸毒危害图片展",
                             "陈列室参观，戒毒医院讲解",
                             "社区戒毒社区康复工作人员 5 人",
                             "任何人吸毒都违法",
                             "0771 会议室",
                             "A4 纸 500 张 x 3",
                             "拒绝黄赌毒，远离毒品",
                             "小学 200 人，初中 300 人"})
        EXPECT_EQ(personal_data_in(note), std::nullopt) << note;
}

}  // namespace
}  // namespace xy::outreach
