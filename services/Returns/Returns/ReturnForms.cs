using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>What there is to say of returns, for all that is done with forms alike.</summary>
internal sealed class ReturnForms(ReturnsContext db, Caller caller) : IForms<Return>
{
    public Act Write => Acts.WriteReturn;
    public Act HandIn => Acts.CertifyReturn;

    /// <summary>By grant and quarter, as pages and the API have it.</summary>
    public IQueryable<Return> At(RouteValueDictionary address) =>
        address["grantReference"] is string grant && QuarterAddress.Read((string?)address["quarter"] ?? "") is { } quarter
            ? db.Returns.Where(r => r.GrantReference == grant && r.Quarter == quarter)
            : db.Returns.Where(r => false);

    public string AddressOf(Return form) => QuarterAddress.Of(form);

    public string CaptionOf(Return form) => $"{form.GrantReference}, {form.Quarter.Label}";

    public Task<Result> MayChangeAsync(Return form, string section, CancellationToken cancellationToken) =>
        Task.FromResult(form.MayChange(section, caller.At));
}
