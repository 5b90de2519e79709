using Microsoft.EntityFrameworkCore;

namespace Platform.Returns.Returns;

/// <summary>The return that an address of the API names by grant and quarter.</summary>
/// <param name="Id">Of the return; of none where the caller sees none there, so that what is asked of it is not found.</param>
internal sealed record AddressedReturn(Guid Id)
{
    /// <summary>"/api/returns/SS5-MEL-01/2024-25-q2".</summary>
    public const string Route = "/api" + ReturnsService.Page;

    public static async ValueTask<AddressedReturn> BindAsync(HttpContext http) =>
        new(
            await http
                .RequestServices.GetRequiredService<IForms<Return>>()
                .At(http.Request.RouteValues)
                .Select(r => r.Id)
                .SingleOrDefaultAsync(http.RequestAborted)
        );
}
