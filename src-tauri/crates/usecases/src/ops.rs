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
    SAVE_CALENDAR "save_calendar" "Изменён учебный календарь",
    SAVE_SCHOOL "save_school" "Изменена карточка школы",
    ADOPT_PROGRAMME "adopt_programme" "Принята муниципальная программа",
    SHIFT_PROGRAM "shift_program" "Программа перенесена на другой период",
    RENEW_PROGRAM "renew_program" "Начат новый период программы",
    MERGE_PROGRAMME "merge_programme" "Принята новая версия муниципальной программы",
    SAVE_PERSON "save_person" "Сохранены сведения о педагоге",
    ARCHIVE_PERSON "archive_person" "Педагог переведён в архив",
    RESTORE_PERSON "restore_person" "Педагог возвращён из архива",
    MARK_DONE "mark_done" "Отмечено исполнение мероприятия",
    SET_STATUS "set_status" "Изменено состояние мероприятия",
    SET_TERM "set_term" "Задан срок мероприятия",
    SETTLE_TERM "settle_term" "Принято прочтение срока мероприятия",
    ADD_OCCURRENCE "add_occurrence" "Добавлен срок мероприятия",
    ADD_EVIDENCE "add_evidence" "Добавлен подтверждающий документ",
    DELETE_EVIDENCE "delete_evidence" "Удалён подтверждающий документ",
    SET_FACT "set_fact" "Внесён факт показателя",
    CORRECT_FACT "correct_fact" "Внесено исправление к закрытому этапу",
    CLEAR_FACT "clear_fact" "Удалён факт показателя",
    OVERRIDE_FACT "override_fact" "Значение показателя внесено вместо автоматического",
    USE_AUTO "use_auto" "Показателю возвращено автоматическое значение",
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
    SAVE_PASSPORT "save_passport" "Изменён паспорт программы",
    SAVE_TASK "save_task" "Изменена задача программы",
    WITHDRAW_TASK "withdraw_task" "Задача исключена из программы",
    RESTORE_TASK "restore_task" "Задача возвращена в программу",
    SAVE_EVENT "save_event" "Изменено мероприятие программы",
    WITHDRAW_EVENT "withdraw_event" "Мероприятие исключено из плана",
    RESTORE_EVENT "restore_event" "Мероприятие возвращено в план",
    SPLIT_EVENT "split_event" "Мероприятие разделено",
    MERGE_EVENTS "merge_events" "Мероприятия объединены",
    MOVE_EVENT "move_event" "Мероприятие перемещено",
    ASSIGN "assign" "Назначены ответственные и сроки",
    SAVE_INDICATOR "save_indicator" "Изменён показатель программы",
    WITHDRAW_INDICATOR "withdraw_indicator" "Показатель исключён из программы",
    RESTORE_INDICATOR "restore_indicator" "Показатель возвращён в программу",
    SAVE_TARGET "save_target" "Изменено целевое значение",
    APPROVE_PROGRAM "approve_program" "Утверждена версия программы",
    START_DRAFT "start_draft" "Начата своя программа",
    ADD_TO_DRAFT "add_to_draft" "Своя программа дополнена таблицей",
    MAP_COLUMNS "map_columns" "Изменены графы таблицы своей программы",
    SAVE_DRAFT_META "save_draft_meta" "Изменены сведения о своей программе",
    SAVE_DRAFT_ROW "save_draft_row" "Исправлена строка своей программы",
    DECIDE_DRAFT_ROW "decide_draft_row" "Просмотрены строки своей программы",
    ADD_DRAFT_ROW "add_draft_row" "Добавлена строка своей программы",
    DISCARD_DRAFT "discard_draft" "Удалён черновик своей программы",
    FINISH_DRAFT "finish_draft" "Составлена своя программа",
    IMPORT_PROGRAMME "import_programme" "Добавлен файл программы",
    SAVE_PAPER "save_paper" "Изменено оформление документов",
    FILL_DEMO "fill_demo" "Заполнен пример школы",
}
