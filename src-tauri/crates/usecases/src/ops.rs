//! Every kind of change, with its words for the history and for undo.

use opora_store::Op;

macro_rules! ops {
    ($($name:ident $code:literal $words:literal,)*) => {
        $(pub(crate) const $name: Op = Op($code);)*

        /// The words of a change kept in the history.
        pub(crate) fn words(code: &str) -> &str {
            match code {
                $($code => $words,)*
                other => other,
            }
        }
    };
}

ops! {
    CREATE_SCHOOL "create_school" "Создана школа",
    SAVE_SCHOOL "save_school" "Изменена карточка школы",
    ADOPT_PROGRAMME "adopt_programme" "Принята муниципальная программа",
    SAVE_PERSON "save_person" "Сохранены сведения о педагоге",
    ARCHIVE_PERSON "archive_person" "Педагог переведён в архив",
    RESTORE_PERSON "restore_person" "Педагог возвращён из архива",
    MARK_DONE "mark_done" "Отмечено исполнение мероприятия",
    SET_STATUS "set_status" "Изменено состояние мероприятия",
    SET_TERM "set_term" "Задан срок мероприятия",
    ADD_OCCURRENCE "add_occurrence" "Добавлен срок мероприятия",
    ADD_EVIDENCE "add_evidence" "Добавлен подтверждающий документ",
    DELETE_EVIDENCE "delete_evidence" "Удалён подтверждающий документ",
    SET_FACT "set_fact" "Внесён факт показателя",
    CORRECT_FACT "correct_fact" "Внесено исправление к закрытому этапу",
    CLEAR_FACT "clear_fact" "Удалён факт показателя",
    START_RESPONSE "start_response" "Начата самодиагностика",
    ANSWER "answer" "Записан ответ самодиагностики",
    SAVE_NOTE "save_note" "Записано пояснение к самодиагностике",
    COMPLETE_RESPONSE "complete_response" "Завершена самодиагностика",
    DISCARD_RESPONSE "discard_response" "Удалён черновик самодиагностики",
    CLOSE_DEFICIT "close_deficit" "Закрыт профессиональный дефицит",
    CREATE_TANDEM "create_tandem" "Создана наставническая пара",
    SAVE_STEP "save_step" "Изменена программа наставничества",
    DELETE_STEP "delete_step" "Удалён шаг программы наставничества",
    SAVE_MENTORING_MEETING "save_mentoring_meeting" "Записана встреча наставнической пары",
    DELETE_MENTORING_MEETING "delete_mentoring_meeting" "Удалена встреча наставнической пары",
    CLOSE_TANDEM "close_tandem" "Завершена работа наставнической пары",
    PLAN_STAGE "plan_stage" "Изменены даты этапа мониторинга",
    CLOSE_STAGE "close_stage" "Закрыт этап мониторинга",
    SAVE_MEETING "save_meeting" "Записано заседание рабочей группы",
    DELETE_MEETING "delete_meeting" "Удалено заседание рабочей группы",
    SAVE_IOM "save_iom" "Изменён индивидуальный маршрут",
    DELETE_IOM "delete_iom" "Удалён шаг индивидуального маршрута",
    SAVE_ASSESSMENT "save_assessment" "Внесены результаты оценочной процедуры",
    DELETE_ASSESSMENT "delete_assessment" "Удалены результаты оценочной процедуры",
    SAVE_DRAFT "save_draft" "Изменён текст отчёта",
    ISSUE_REPORT "issue_report" "Отчёт подписан и выпущен",
    EXPORT_REPORT "export_report" "Отчёт выгружен",
    CREATE_IDENTITY "create_identity" "Создан сертификат подписи",
    TRUST "trust" "Сертификат признан доверенным",
    DISTRUST "distrust" "Доверие к сертификату отозвано",
    FILL_DEMO "fill_demo" "Заполнен пример школы",
}
