//! Times in sentences of news, in the languages that are read.

use super::{article, timexes};

/// Reads each text as published on Wednesday, 4 February 2026; an expectation lists the
/// expressions, each with its value.
#[track_caller]
fn check_all(language: &str, expected: &[(&str, &str)]) {
    for (text, values) in expected {
        let article = article(language, Some("2026-02-04"), text);
        let found = timexes(&article, &[]);
        let found: Vec<String> = found
            .iter()
            .map(|timex| format!("{} = {}", article.words(timex.span), timex.value))
            .collect();
        assert_eq!(found.join("; "), *values, "{text}");
    }
}

#[test]
fn russian_news_is_read() {
    check_all(
        "ru",
        &[
            (
                "Встреча прошла в понедельник, 2 февраля, в Оске.",
                "понедельник, 2 февраля = 2026-02-02",
            ),
            (
                "Двумя днями ранее, 31 января, порт закрыли.",
                "Двумя днями ранее = 2026-01-31; 31 января = 2026-01-31",
            ),
            (
                "Совещание состоится в пятницу в 10:30 по московскому времени.",
                "пятницу в 10:30 = 2026-02-06T10:30",
            ),
            (
                "В начале января 2025 года мост закрыли на ремонт.",
                "начале января 2025 года = 2025-01",
            ),
            ("В середине прошлого месяца цены выросли.", "середине прошлого месяца = 2026-01"),
            (
                "С 28 января по 3 февраля шли учения.",
                "С 28 января по 3 февраля = 2026-01-28/2026-02-03",
            ),
            (
                "Выставка продлится с мая по июль 2026 года.",
                "с мая по июль 2026 года = 2026-05-01/2026-07-01",
            ),
            ("За последние три недели погибли десять человек.", "последние три недели = P3W"),
            ("В конце 1990-х годов завод стоял.", "конце 1990-х годов = 199"),
            (
                "Три года назад она уехала, а год спустя вернулась.",
                "Три года назад = 2023; год спустя = P1Y",
            ),
            (
                "На прошлой неделе суд отложил дело до вторника.",
                "прошлой неделе = 2026-W05; вторника = 2026-02-10",
            ),
            ("Мая Март и Август Май живут в Оске.", ""),
            (
                "В марте и мае прошлого года шли дожди.",
                "марте = 2025-03; мае прошлого года = 2025-05",
            ),
            (
                "Накануне вечером, в ночь на вторник, начался пожар.",
                "Накануне вечером = 2026-02-03TEV; ночь на вторник = 2026-02-03",
            ),
            (
                "В следующем году, к лету 2027 года, откроют тоннель.",
                "следующем году = 2027; 2027 года = 2027",
            ),
            (
                "Утром 3 февраля и в 18:00 вторника звучали сирены.",
                "Утром 3 февраля = 2026-02-03TMO; 18:00 вторника = 2026-02-03T18:00",
            ),
        ],
    );
}

#[test]
fn spanish_news_is_read() {
    check_all(
        "es",
        &[
            ("La reunión fue el lunes 2 de febrero en Osk.", "lunes 2 de febrero = 2026-02-02"),
            (
                "Dos días antes, el 31 de enero, cerraron el puerto.",
                "Dos días antes = 2026-01-31; el 31 de enero = 2026-01-31",
            ),
            (
                "La sesión será el viernes a las 10:30 hora local.",
                "viernes a las 10:30 = 2026-02-06T10:30",
            ),
            (
                "A principios de enero de 2025 cerró el puente.",
                "principios de enero de 2025 = 2025-01",
            ),
            (
                "A mediados del mes pasado subieron los precios.",
                "mediados del mes pasado = 2026-01",
            ),
            (
                "Del 28 de enero al 3 de febrero hubo maniobras.",
                "Del 28 de enero al 3 de febrero = 2026-01-28/2026-02-03",
            ),
            (
                "La muestra estará abierta de mayo a julio de 2026.",
                "de mayo a julio de 2026 = 2026-05-01/2026-07-01",
            ),
            (
                "En las últimas tres semanas murieron diez personas.",
                "las últimas tres semanas = P3W",
            ),
            ("A finales de los años noventa la fábrica paró.", "finales de los años noventa = 199"),
            (
                "Hace tres años se fue y un año después volvió.",
                "Hace tres años = 2023; un año después = P1Y",
            ),
            (
                "La semana pasada el juez aplazó la vista hasta el martes.",
                "La semana pasada = 2026-W05; martes = 2026-02-10",
            ),
            ("Domingo Marzo y Mayo Abril viven en Osk.", ""),
            (
                "En marzo y mayo del año pasado llovió.",
                "marzo = 2025-03; mayo del año pasado = 2025-05",
            ),
            ("La noche del lunes comenzó el incendio.", "La noche del lunes = 2026-02-02"),
            (
                "El próximo año, en el verano de 2027, abrirán el túnel.",
                "El próximo año = 2027; el verano de 2027 = 2027-SU",
            ),
            (
                "El 3 de febrero por la mañana sonaron las sirenas.",
                "El 3 de febrero por la mañana = 2026-02-03TMO",
            ),
        ],
    );
}

#[test]
fn german_news_is_read() {
    check_all(
        "de",
        &[
            (
                "Das Treffen war am Montag, dem 2. Februar, in Osk.",
                "Montag, dem 2. Februar = 2026-02-02",
            ),
            (
                "Zwei Tage zuvor, am 31. Januar, wurde der Hafen geschlossen.",
                "Zwei Tage zuvor = 2026-01-31; 31. Januar = 2026-01-31",
            ),
            (
                "Die Sitzung beginnt am Freitag um 10.30 Uhr MEZ.",
                "Freitag um 10.30 Uhr MEZ = 2026-02-06T10:30",
            ),
            ("Anfang Januar 2025 wurde die Brücke gesperrt.", "Anfang Januar 2025 = 2025-01"),
            (
                "Mitte des vergangenen Monats stiegen die Preise.",
                "Mitte des vergangenen Monats = 2026-01",
            ),
            (
                "Vom 28. Januar bis 3. Februar gab es Übungen.",
                "Vom 28. Januar bis 3. Februar = 2026-01-28/2026-02-03",
            ),
            (
                "Die Schau läuft von Mai bis Juli 2026.",
                "von Mai bis Juli 2026 = 2026-05-01/2026-07-01",
            ),
            (
                "In den vergangenen drei Wochen starben zehn Menschen.",
                "den vergangenen drei Wochen = P3W",
            ),
            ("Ende der 1990er Jahre stand die Fabrik still.", "Ende der 1990er Jahre = 199"),
            (
                "Vor drei Jahren ging sie, ein Jahr später kam sie zurück.",
                "Vor drei Jahren = 2023; ein Jahr später = P1Y",
            ),
            (
                "Vergangene Woche vertagte das Gericht den Fall auf Dienstag.",
                "Vergangene Woche = 2026-W05; Dienstag = 2026-02-10",
            ),
            ("Herr März und Frau Mai wohnen in Osk.", ""),
            (
                "Im März und Mai vergangenen Jahres regnete es.",
                "März = 2025-03; Mai vergangenen Jahres = 2025-05",
            ),
            ("Am Montagabend brach das Feuer aus.", "Montagabend = 2026-02-02TEV"),
            (
                "Nächstes Jahr, im Sommer 2027, öffnet der Tunnel.",
                "Nächstes Jahr = 2027; Sommer 2027 = 2027-SU",
            ),
            (
                "Am Morgen des 3. Februar heulten die Sirenen.",
                "Morgen des 3. Februar = 2026-02-03TMO",
            ),
        ],
    );
}

#[test]
fn french_news_is_read() {
    check_all(
        "fr",
        &[
            ("La réunion a eu lieu lundi 2 février à Osk.", "lundi 2 février = 2026-02-02"),
            (
                "Deux jours plus tôt, le 31 janvier, le port a fermé.",
                "Deux jours plus tôt = 2026-01-31; le 31 janvier = 2026-01-31",
            ),
            (
                "La séance aura lieu vendredi à 10h30, heure locale.",
                "vendredi à 10h30 = 2026-02-06T10:30",
            ),
            ("Début janvier 2025, le pont a fermé.", "Début janvier 2025 = 2025-01"),
            ("À la mi-janvier, les prix ont augmenté.", "la mi-janvier = 2026-01"),
            (
                "Du 28 janvier au 3 février, des manœuvres ont eu lieu.",
                "Du 28 janvier au 3 février = 2026-01-28/2026-02-03",
            ),
            (
                "L'exposition durera de mai à juillet 2026.",
                "de mai à juillet 2026 = 2026-05-01/2026-07-01",
            ),
            (
                "Ces trois dernières semaines, dix personnes sont mortes.",
                "trois dernières semaines = P3W",
            ),
            ("À la fin des années 1990, l'usine était arrêtée.", "années 1990 = 199"),
            (
                "Il y a trois ans elle est partie, un an plus tard elle est revenue.",
                "Il y a trois ans = 2023; un an plus tard = P1Y",
            ),
            (
                "La semaine dernière, le tribunal a reporté l'affaire à mardi.",
                "La semaine dernière = 2026-W05; mardi = 2026-02-10",
            ),
            ("Mars a été vue dans le ciel, et l'objet a été trouvé.", ""),
            (
                "En mars et en mai de l'année dernière, il a plu.",
                "mars = 2025-03; mai de l'année dernière = 2025-05",
            ),
            ("Lundi soir, l'incendie a commencé.", "Lundi soir = 2026-02-02TEV"),
            (
                "L'an prochain, à l'été 2027, le tunnel ouvrira.",
                "L'an prochain = 2027; l'été 2027 = 2027-SU",
            ),
            (
                "Le 3 février au matin, les sirènes ont retenti.",
                "Le 3 février au matin = 2026-02-03TMO",
            ),
        ],
    );
}

#[test]
fn kazakh_news_is_read() {
    check_all(
        "kk-Cyrl",
        &[
            (
                "Кездесу дүйсенбі күні, 2 ақпанда Оскта өтті.",
                "дүйсенбі күні, 2 ақпанда = 2026-02-02",
            ),
            (
                "Екі күн бұрын, 31 қаңтарда порт жабылды.",
                "Екі күн бұрын = 2026-01-31; 31 қаңтарда = 2026-01-31",
            ),
            (
                "Жиын жұма күні сағат 10:30-да басталады.",
                "жұма күні сағат 10:30 = 2026-02-06T10:30",
            ),
            ("2025 жылдың қаңтар айының басында көпір жабылды.", "2025 жылдың қаңтар = 2025-01"),
            ("Өткен айда баға өсті.", "Өткен айда = 2026-01"),
            (
                "Көрме 2026 жылғы мамырдан шілдеге дейін жүреді.",
                "2026 жылғы мамырдан = 2026-05; шілдеге = 2026-07",
            ),
            ("Соңғы үш аптада он адам қайтыс болды.", "үш аптада = P3W"),
            ("1990-жылдардың соңында зауыт тұрды.", "1990-жылдардың = 199"),
            ("Үш жыл бұрын ол кетті.", "Үш жыл бұрын = 2023"),
            ("Былтыр наурызда жаңбыр жауды.", "Былтыр наурызда = 2025-03"),
            ("Дүйсенбі кешінде өрт басталды.", "Дүйсенбі = 2026-02-02"),
            ("Келесі жылы туннель ашылады.", "Келесі жылы = 2027"),
            ("3 ақпан күні таңертең дабыл қағылды.", "3 ақпан күні таңертең = 2026-02-03TMO"),
            ("Ертең және бүгін жел соғады.", "Ертең = 2026-02-05; бүгін = 2026-02-04"),
        ],
    );
}

#[test]
fn chinese_news_is_read() {
    check_all(
        "zh",
        &[
            ("会议于2月2日星期一在奥斯克举行。", "2月2日 = 2026-02-02; 星期一 = 2026-02-02"),
            ("两天前，1月31日，港口关闭。", "两天前 = 2026-01-31; 1月31日 = 2026-01-31"),
            ("会议将于周五上午10时30分举行。", "周五上午10时30分 = 2026-02-06T10:30"),
            ("2025年1月初，大桥关闭。", "2025年1月初 = 2025-01"),
            ("上月中旬，价格上涨。", "上月中旬 = 2026-01"),
            ("1月28日至2月3日举行了演习。", "1月28日至2月3日 = 2026-01-28/2026-02-03"),
            ("展览将从2026年5月持续到7月。", "2026年5月 = 2026-05; 7月 = 2026-07"),
            ("过去三周，有十人死亡。", "过去三周 = P3W"),
            ("20世纪90年代末，工厂停产。", "20世纪90年代末 = 199"),
            ("去年3月和5月下了雨。", "去年3月 = 2025-03; 5月 = 2025-05"),
            ("周一晚上发生火灾。", "周一晚上 = 2026-02-02TEV"),
            ("明年夏天，隧道将开通。", "明年夏天 = 2027-SU"),
            ("2月3日早上，警报响起。", "2月3日早上 = 2026-02-03TMO"),
            ("今年年初和去年年底，价格稳定。", "今年年初 = 2026; 去年年底 = 2025"),
        ],
    );
}
