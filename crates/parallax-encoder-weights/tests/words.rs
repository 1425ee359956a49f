//! The word tables that ship: whole, and near what the encoder makes of the same in English.

use parallax_encoder::{Embedding, Encoder, WordTables};
use parallax_encoder_weights::{WEIGHTS, WORDS};

/// Briefs of invented news: English, Hindi, Kazakh, Ukrainian, Vietnamese.
const NEWS: [[&str; 5]; 4] = [
    [
        "A strong earthquake destroyed houses in a mountain village at night, rescuers are looking for people under the ruins.",
        "रात में आए तेज भूकंप ने पहाड़ी गांव में मकान तबाह कर दिए, बचाव दल मलबे में लोगों को खोज रहे हैं।",
        "Түнде болған күшті жер сілкінісі таулы ауылдағы үйлерді қиратты, құтқарушылар үйінді астынан адамдарды іздеп жатыр.",
        "Сильний землетрус уночі зруйнував будинки в гірському селі, рятувальники шукають людей під завалами.",
        "Trận động đất mạnh trong đêm đã phá hủy nhà cửa ở một ngôi làng miền núi, lực lượng cứu hộ đang tìm kiếm người dưới đống đổ nát.",
    ],
    [
        "The central bank raised its interest rate again because prices and inflation keep growing, the economy minister said.",
        "केंद्रीय बैंक ने ब्याज दर फिर बढ़ाई क्योंकि कीमतें और महंगाई बढ़ रही हैं, वित्त मंत्री ने कहा।",
        "Орталық банк пайыздық мөлшерлемені тағы көтерді, себебі баға мен инфляция өсіп барады, деді экономика министрі.",
        "Центральний банк знову підвищив процентну ставку, бо ціни та інфляція зростають, сказав міністр економіки.",
        "Ngân hàng trung ương lại tăng lãi suất vì giá cả và lạm phát tiếp tục tăng, bộ trưởng kinh tế cho biết.",
    ],
    [
        "The team won the football championship final after two goals in the second half, the coach thanked the players.",
        "टीम ने दूसरे हाफ में दो गोल के बाद फुटबॉल चैंपियनशिप का फाइनल जीता, कोच ने खिलाड़ियों को धन्यवाद दिया।",
        "Команда екінші таймда екі гол соғып, футбол чемпионатының финалында жеңіске жетті, бапкер ойыншыларға алғыс айтты.",
        "Команда виграла фінал чемпіонату з футболу після двох голів у другому таймі, тренер подякував гравцям.",
        "Đội bóng đã thắng trận chung kết giải vô địch bóng đá sau hai bàn thắng trong hiệp hai, huấn luyện viên cảm ơn các cầu thủ.",
    ],
    [
        "Doctors opened a new hospital for children, where patients with a rare disease will receive treatment and vaccines.",
        "डॉक्टरों ने बच्चों के लिए नया अस्पताल खोला, जहां दुर्लभ बीमारी के मरीजों को इलाज और टीके मिलेंगे।",
        "Дәрігерлер балаларға арналған жаңа аурухана ашты, онда сирек ауруы бар науқастар ем мен вакцина алады.",
        "Лікарі відкрили нову лікарню для дітей, де пацієнти з рідкісною хворобою отримають лікування та вакцини.",
        "Các bác sĩ đã mở một bệnh viện mới cho trẻ em, nơi bệnh nhân mắc bệnh hiếm sẽ được điều trị và tiêm vắc xin.",
    ],
];

#[test]
fn the_tables_are_those_that_were_written() {
    assert_eq!(WordTables::open(WORDS).unwrap().verify(), Ok(()));
}

#[test]
fn of_four_events_the_same_one_is_nearest() {
    let encoder = Encoder::open(WEIGHTS).unwrap();
    let tables = WordTables::open(WORDS).unwrap();
    let english: Vec<Embedding> = NEWS.iter().map(|news| encoder.embed(news[0])).collect();
    for (at, language) in [(1, "hi"), (2, "kk-Cyrl"), (3, "uk"), (4, "vi")] {
        for (event, news) in NEWS.iter().enumerate() {
            let meant = tables.embed(language, news[at]).expect("most of its words are known");
            let near: Vec<i16> = english.iter().map(|other| meant.cosine(other)).collect();
            let nearest = (0..near.len()).max_by_key(|&other| near[other]);
            assert_eq!(nearest, Some(event), "{language}: {near:?}");
        }
    }
}
