using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

[May(nameof(Acts.WriteReturn))]
internal sealed class AnswerModel(IForms<Return> forms, Caller caller, AnswerNote<Return> answer)
    : AnswerNotePage<Return>(forms, caller, answer);
