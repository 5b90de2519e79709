using Microsoft.AspNetCore.Authorization;

namespace Platform.ServiceDefaults.Callers;

/// <summary>
/// On a page: it is for whoever may do that act, <c>[May(nameof(Acts.SendBackBid))]</c>. The act of a derived page replaces its base's.
/// </summary>
/// <param name="act">The name of an act of the service's table.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayAttribute(string act) : AuthorizeAttribute(act);
