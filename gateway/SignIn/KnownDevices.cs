using Microsoft.EntityFrameworkCore;

namespace Platform.Gateway.SignIn;

/// <summary>The browsers in which somebody has signed in. Each opens nothing: it is a place of its own for wrong passwords.</summary>
internal sealed class KnownDevices(AccountsContext db, SessionSettings settings, IHttpContextAccessor http)
{
    /// <summary>How long a browser is known in which nobody signs in.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>The device that is asking, where that person has signed in on it before; null for any other.</summary>
    public async Task<string?> FindAsync(Guid userId)
    {
        if (http.HttpContext!.Request.Cookies[settings.DeviceCookie] is not { Length: > 0 } reference)
            return null;
        var id = Session.IdOf(reference);
        return await db.KnownDevices.AnyAsync(d => d.UserId == userId && d.Id == id) ? id : null;
    }

    /// <summary>Notes that somebody has signed in here.</summary>
    public async Task NoteAsync(Guid userId)
    {
        var (context, now) = (http.HttpContext!, TimeProvider.System.GetUtcNow());
        var reference = context.Request.Cookies[settings.DeviceCookie] is { Length: 43 } before ? before : Session.NewReference();
        var id = Session.IdOf(reference);
        if (await db.KnownDevices.SingleOrDefaultAsync(d => d.UserId == userId && d.Id == id) is { } known)
            known.Use(now);
        else
            db.Add(KnownDevice.Of(id, userId, now));
        await db.SaveChangesAsync();
        context.Response.Cookies.Append(
            settings.DeviceCookie,
            reference,
            new()
            {
                HttpOnly = true,
                Secure = !settings.AllowHttp,
                SameSite = SameSiteMode.Strict,
                Path = "/",
                MaxAge = Kept,
            }
        );
    }
}
