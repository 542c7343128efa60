//! «Согласие на обработку персональных данных»: what 152-ФЗ, ст. 9, ч. 4 asks for; what is not known is left to the pen.

use opora_domain::report::consent::Consent;
use opora_domain::words::quoted;

use super::format::{date, lower_first};
use super::head::{self, Said};
use super::{Making, note, paragraph};
use crate::document::{Block, Document};

const KIND: &str = "Согласие";
const ABOUT: &str = "на обработку персональных данных";

const LINE: &str = "________________________";

const DATA: &str = "Перечень персональных данных: фамилия, имя, отчество, должность, предметы, нагрузка, стаж, \
                    квалификационная категория; ответы и результаты самодиагностики, профессиональные дефициты, \
                    индивидуальный образовательный маршрут; сведения о повышении квалификации, об участии \
                    в наставничестве и в мероприятиях программы.";

/// Says the consent.
pub fn consent(said: &Consent, making: &Making) -> Document {
    let head = &said.head;
    let mut blocks = vec![Block::Title { kind: KIND.to_owned(), about: ABOUT.to_owned() }];
    blocks.extend(head.demo.then(|| note("Демонстрационный пример: школа, имена и сведения вымышлены.")));
    blocks.extend(parties(said));
    blocks.push(paragraph(format!(
        "Цель обработки: самодиагностика профессиональных дефицитов, составление индивидуального образовательного \
         маршрута, наставничество и повышение квалификации по программе {}.",
        quoted(&head.programme_title)
    )));
    blocks.push(paragraph(DATA));
    blocks.extend(terms(said));
    blocks.push(paragraph("«____» ______________ 20___ г."));
    blocks.extend(making.signatures(vec![head::pen("Педагог", &said.fio)]));
    let data = head::data("consent", said);
    let about = ABOUT.to_owned();
    head::document(head, Said { kind: KIND, about, needs_order: false, blocks, data }, making)
}

/// A line for each thing that is written with a pen: it stays whole at any size of the type.
fn parties(said: &Consent) -> [Block; 5] {
    let who = match (said.fio.as_str(), said.post.as_str()) {
        ("", _) => format!("{LINE}{LINE}"),
        (fio, "") => fio.to_owned(),
        (fio, post) => format!("{fio}, {}", lower_first(post)),
    };
    [
        format!("Я, {who},"),
        format!("адрес: {LINE}{LINE},"),
        format!("паспорт (серия, номер): {LINE}________,"),
        format!("кем и когда выдан: {LINE}________________,"),
        format!(
            "свободно, своей волей и в своём интересе даю согласие оператору — {} (адрес: {LINE}) — на обработку моих \
             персональных данных на следующих условиях.",
            said.head.school_full
        ),
    ]
    .map(paragraph)
}

fn terms(said: &Consent) -> [Block; 5] {
    let until = match said.head.to {
        Some(day) => format!("до окончания программы ({})", date(day)),
        None => "до «____» ______________ 20___ г.".to_owned(),
    };
    [
        "Действия с персональными данными: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, \
         использование, обезличивание, блокирование, удаление, уничтожение. Данные не распространяются и передаются третьим \
         лицам только в случаях, которые установил закон; итоги самодиагностики входят в отчёты органу управления \
         образованием в обобщённом виде, без фамилий."
            .to_owned(),
        "Способ обработки: смешанный — на бумаге и на компьютере школы, без передачи по сети Интернет."
            .to_owned(),
        format!("Срок действия: со дня подписания {until} либо до отзыва, если он поступит раньше."),
        "Согласие можно отозвать в любое время письменным заявлением на имя директора. Оператор прекращает обработку и \
         уничтожает данные в течение 30 дней со дня получения отзыва, если сохранять их не обязывает закон."
            .to_owned(),
        "Отказ дать согласие и его отзыв не влекут неблагоприятных последствий в трудовых отношениях. Права, \
         предусмотренные Федеральным законом от 27.07.2006 № 152-ФЗ «О персональных данных», мне разъяснены."
            .to_owned(),
    ]
    .map(paragraph)
}
