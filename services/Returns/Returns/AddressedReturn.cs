using Microsoft.EntityFrameworkCore;

namespace Platform.Returns.Returns;

/// <summary>The return that an address of the API names by grant and quarter.</summary>
/// <param name="Id">The return's id; all zeros where the caller sees none at that address, so that operations answer 404.</param>
internal sealed record AddressedReturn(Guid Id)
{
    /// <summary>"/api/returns/SS5-MEL-01/2024-25-q2".</summary>
    public const string Route = "/api" + ReturnsService.Page;

    /// <summary>The operations of one return.</summary>
    public static RouteGroupBuilder Map(WebApplication app) => app.MapGroup(Route).NamesAForm().OfReturn().ProducesProblem(404);

    public static async ValueTask<AddressedReturn> BindAsync(HttpContext http) =>
        new(
            await http
                .RequestServices.GetRequiredService<IForms<Return>>()
                .At(http.Request.RouteValues)
                .Select(r => r.Id)
                .SingleOrDefaultAsync(http.RequestAborted)
        );
}
