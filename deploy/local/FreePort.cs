using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Platform.Local;

public static class FreePort
{
    // Below the ports that systems give to outgoing connections: one of those could take a stopped server's port before it starts again.
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>That many different free ports of 127.0.0.1.</summary>
    public static int[] Find(int count)
    {
        var found = new HashSet<int>();
        while (found.Count < count)
            if (RandomNumberGenerator.GetInt32(First, Last) is var port && IsFree(port))
                found.Add(port);
        return [.. found];
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
