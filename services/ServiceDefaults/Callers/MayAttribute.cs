using Microsoft.AspNetCore.Authorization;

namespace Platform.ServiceDefaults.Callers;

/// <summary>
/// Opens a page to whoever may do that act: <c>[May(nameof(Acts.SendBackBid))]</c>. A derived page's act replaces its base's.
/// </summary>
/// <param name="act">The name of an act of the service's table.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayAttribute(string act) : AuthorizeAttribute(act);
